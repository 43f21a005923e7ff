"""From a question to an answer whose every quote stands on its page."""
