// Uses that the types reject: each line must fail to compile.
import type {} from 'spass-widgets/react';

export const refused = [
  // @ts-expect-error: a number, or its text
  <spass-resource-list limit={true} />,
  // @ts-expect-error: a text or a list, no number
  <spass-resource-list facets={3} />,
  // @ts-expect-error: no such order
  <spass-agenda sort="newest" />,
  // @ts-expect-error: no facet of this name
  <spass-resource-list facets={['thème']} />,
  // @ts-expect-error: no attribute of this name
  <spass-resource-list itmes={[]} />,
  // @ts-expect-error: a record is selected, not loaded
  <spass-resource-list onspass-record-select={event => event.total} />,
  // @ts-expect-error: no tag of this name
  <spass-ressource-list />,
];
