"""Grades a transcript: response time, resolution, compliance, communication, indices. Pure, versioned."""
