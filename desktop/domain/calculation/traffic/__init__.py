"""A road accident settled whole: what each lost, what each insurance and each person pays of it, and who pays whom at the end."""
