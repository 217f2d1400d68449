import {type Component, mount} from 'svelte';

/** Snippets of the developer pages, copied by the test. */
const modules = import.meta.glob<{default: Component}>('./snippets/*.svelte', {eager: true});

for (const module of Object.values(modules))
  mount(module.default, {target: document.getElementById('app') as HTMLElement});
