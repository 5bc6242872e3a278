"""What users do: start, say, finish, review. Talks to ports, not to libraries."""
