# Systems and what they inherit from providers.

systems-nav = Systems
