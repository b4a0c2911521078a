"""Property of a couple, of co-owners or of an estate by shares: `sheet` what is asked, `pools` who shares what, `rule` the whole."""
