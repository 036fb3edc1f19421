// The text annotator asks where it runs in the way of Node, which a browser does not know.
window.process = { env: { NODE_ENV: "production" } };
