"""Support of parents by their children: `sheet` what is asked, `shares` what part each bears, `rule` the whole."""
