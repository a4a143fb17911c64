"""The reading room: pages over an archive for people who would rather look than read JSON.

Drawn on the server, read without JavaScript, nothing loaded from elsewhere. `room.make_app` gives the application.
"""
