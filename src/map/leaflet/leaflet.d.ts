// The package declares types for its UMD file only; this is the ES module.
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}
