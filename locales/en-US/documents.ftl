# Documents of portals: agreements, requests, downloads.
