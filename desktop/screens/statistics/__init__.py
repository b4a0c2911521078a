"""Statistics: reports of a period, beside last year's; every figure leads to its cases."""
