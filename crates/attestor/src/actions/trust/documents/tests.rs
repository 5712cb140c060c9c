//! Journeys of documents are in `web/documents/tests`; what has no page is here.
