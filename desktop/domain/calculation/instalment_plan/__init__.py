"""Plans of instalments: `sheet` what is asked, `plan` day by day, `effective_rate` what it really costs, `rule` the whole."""
