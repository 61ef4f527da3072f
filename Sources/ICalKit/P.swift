enum ICalKitPlaceholder {}
