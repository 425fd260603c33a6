"""Benchmarks: one module a benchmark, figures as ratios of one run."""
