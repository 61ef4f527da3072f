"""Ratios of the product to what else could do its work. `Benchmarks/run` starts it."""
