/* global document */
// Shows the map of a million where its file was made; the page says how to make it otherwise.
fetch('/made/million.json')
  .then(answer => answer.json())
  .then(({made}) => {
    if (!made) return;
    document.getElementById('fait').replaceWith(document.getElementById('fait').content);
    document.getElementById('a-faire').remove();
    document.getElementById('commande').remove();
  });
