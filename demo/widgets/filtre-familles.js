/* global document */
// A filter that takes several families is shown with two.
const [several] = document.querySelectorAll('spass-family-filter[multiple]');
several.addEventListener(
  'spass-load',
  () => several.selection.setFilter({family: ['acteur', 'projet']}),
  {once: true},
);
