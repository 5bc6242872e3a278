"""Spelling: which words of a message no speller of its language would write."""
