"""Mediators and organisations, the screening log, the settings: pages of one shape, each a few lists with a sheet beside."""
