/* global document */
// The buttons have no function without this script, so they are hidden until it runs.
const choice = document.getElementById('choix-langue');
const excerpt = document.getElementById('extrait');
choice.hidden = false;
choice.addEventListener('click', ({target}) => {
  const button = target.closest('button');
  if (!button) return;
  excerpt.lang = button.value;
  for (const other of choice.children) other.setAttribute('aria-pressed', other === button);
});
