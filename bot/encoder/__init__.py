"""Sentence vectors: builds the encoder once, runs it everywhere."""
