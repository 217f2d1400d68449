const widget = document.createElement(location.search.slice(1));
widget.setAttribute('api', '/data/whole.json');
document.body.append(widget);
await widget.loadComplete;
globalThis.isDrawn = true;
