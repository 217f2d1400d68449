import type {ComponentType} from 'react';
import {createRoot} from 'react-dom/client';

/** Snippets of the developer pages, copied by the test. */
const modules = import.meta.glob<Record<string, ComponentType>>('./snippets/*.tsx', {eager: true});

createRoot(document.getElementById('app') as HTMLElement).render(
  Object.values(modules)
    .flatMap(module => Object.entries(module))
    .map(([name, Snippet]) => <Snippet key={name} />),
);
