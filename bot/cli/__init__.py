"""The silkdesk command."""
