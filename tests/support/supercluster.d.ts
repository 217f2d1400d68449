// Types used by the tests; the package has none.
declare module 'supercluster' {
  interface Feature {
    type: 'Feature';
    properties: Readonly<Record<string, unknown>>;
    geometry: {type: 'Point'; coordinates: number[]};
  }
  export default class Supercluster {
    constructor(options: {maxZoom: number});
    load(features: readonly Feature[]): this;
    getClusters(bbox: readonly [number, number, number, number], zoom: number): Feature[];
  }
}
