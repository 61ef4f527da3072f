import Testing

@Suite struct S { @Test func a() {} }
