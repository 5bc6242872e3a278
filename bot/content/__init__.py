"""Reads and checks what people write: contract, scenarios, catalogue, articles, rules, transcripts."""
