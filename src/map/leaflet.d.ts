// The package types its UMD file only; this is the ES module that bundlers and browsers can read.
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}
