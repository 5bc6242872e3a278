"""Silkdesk: an overseas buyer to practise on, and a grader that explains itself."""
