// Uses that the types reject: each line must fail to compile.
import type {} from 'spass-widgets/svelte';
import type {SvelteHTMLElements} from 'svelte/elements';

type List = SvelteHTMLElements['spass-resource-list'];

export const refused: readonly List[] = [
  // @ts-expect-error: a number, or its text
  {limit: true},
  // @ts-expect-error: no facet of this name
  {facets: ['thème']},
  // @ts-expect-error: no attribute of this name
  {itmes: []},
  // @ts-expect-error: a record is selected, not loaded
  {'onspass-record-select': event => event.total},
  // @ts-expect-error: no such order
  {sort: 'newest'},
];
