// Uses that the types accept, each in the way that HTML writes it.
import type {} from 'spass-widgets/react';

export const accepted = [
  <spass-resource-list facets="theme,commune" limit="6" show-publisher="" />,
  <spass-explorer facets="theme" views="list,map" source="opendatasoft" />,
  <spass-project-map tiles="ign" center="50.6,3.1" zoom="9" />,
  <spass-layer api="/arbres.json" near="500" onspass-error={event => event.message} />,
  <spass-agenda
    api="/portail.json"
    className="agenda"
    onspass-record-select={event => event.record.id}
  />,
];
