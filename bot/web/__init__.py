"""The pages: FastAPI, Jinja, WebSocket."""
