/* global document, print */
// The buttons have no function without this script, so they are hidden until it runs.
const choice = document.getElementById('choix-affiche');
const project = document.querySelector('spass-project');
choice.hidden = false;
choice.addEventListener('click', ({target}) => {
  const button = target.closest('button');
  if (button?.value === 'imprimer') print();
  if (!button?.ariaPressed) return;
  const isSize = other => /^a\d$/.test(other.value);
  if (isSize(button)) project.setAttribute('poster', button.value);
  else project.lang = button.value;
  for (const other of choice.querySelectorAll('[aria-pressed]'))
    if (isSize(other) === isSize(button)) other.ariaPressed = String(other === button);
});
