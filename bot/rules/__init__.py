"""Which rule holds for platform, country, stage, date and facts. Pure."""
