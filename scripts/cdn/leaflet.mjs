// Patches Leaflet 1.9.4 for third-party pages: no HTML sinks, no options read from `window` (where an element id could
// set them), and no properties left there.
import {patch} from './patch.mjs';

/** Replacements: original text and new text. */
const patches = [
  // Feature tests. The first throws under Trusted Types, so that Leaflet would not load.
  [
    `var inlineSvg = !!svg$1 && (function () {
	var div = document.createElement('div');
	div.innerHTML = '<svg/>';
	return (div.firstChild && div.firstChild.namespaceURI) === 'http://www.w3.org/2000/svg';
})();`,
    'var inlineSvg = !!svg$1;',
  ],
  [
    `var vml = !svg$1 && (function () {
	try {
		var div = document.createElement('div');
		div.innerHTML = '<v:shape adj="1"/>';

		var shape = div.firstChild;
		shape.style.behavior = 'url(#default#VML)';

		return shape && (typeof shape.adj === 'object');

	} catch (e) {
		return false;
	}
}());`,
    'var vml = false;',
  ],
  ['!window.L_DISABLE_3D && ', ''],
  ['!window.L_NO_TOUCH && ', ''],
  // Listeners of `window` and `document` are kept in a WeakMap instead of a property; a removed one is released.
  ["var eventsKey = '_leaflet_events';", 'var eventsOf = new WeakMap();'],
  ['delete obj[eventsKey];', 'eventsOf.delete(obj);'],
  ['for (var id in obj[eventsKey]) {', 'for (var id of Object.keys(eventsOf.get(obj) || {})) {'],
  [
    'if (obj[eventsKey] && obj[eventsKey][id]) { return this; }',
    'if (eventsOf.get(obj)?.[id]) { return this; }',
  ],
  [
    'obj[eventsKey] = obj[eventsKey] || {};\n\tobj[eventsKey][id] = handler;',
    'if (!eventsOf.has(obj)) { eventsOf.set(obj, {}); }\n\teventsOf.get(obj)[id] = handler;',
  ],
  ['var handler = obj[eventsKey] && obj[eventsKey][id];', 'var handler = eventsOf.get(obj)?.[id];'],
  ['obj[eventsKey][id] = null;', 'delete eventsOf.get(obj)[id];'],
  // Strings in overlays, icons and controls are inserted as text.
  ['node.innerHTML = content;', 'node.textContent = content;'],
  [
    "div.innerHTML = options.html !== false ? options.html : '';",
    "div.textContent = options.html !== false ? options.html : '';",
  ],
  [
    `closeButton.innerHTML = '<span aria-hidden="true">&#215;</span>';`,
    "closeButton.textContent = '\\u00d7';",
  ],
  [
    `this._container.innerHTML = prefixAndAttribs.join(' <span aria-hidden="true">|</span> ');`,
    "this._container.textContent = prefixAndAttribs.join(' | ');",
  ],
  ['link.innerHTML = html;', 'link.textContent = html;'],
  [`zoomInText: '<span aria-hidden="true">+</span>',`, "zoomInText: '+',"],
  [`zoomOutText: '<span aria-hidden="true">&#x2212;</span>',`, "zoomOutText: '\\u2212',"],
  ['scale.innerHTML = text;', 'scale.textContent = text;'],
  ["name.innerHTML = ' ' + obj.name;", "name.textContent = ' ' + obj.name;"],
  [
    `		var radioHtml = '<input type="radio" class="leaflet-control-layers-selector" name="' +
				name + '"' + (checked ? ' checked="checked"' : '') + '/>';

		var radioFragment = document.createElement('div');
		radioFragment.innerHTML = radioHtml;

		return radioFragment.firstChild;`,
    `		var radio = document.createElement('input');
		radio.type = 'radio';
		radio.className = 'leaflet-control-layers-selector';
		radio.name = name;
		radio.defaultChecked = checked;

		return radio;`,
  ],
];

const SINKS = /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/;
const withoutComments = code => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Loops over the keys of an object, except the one over a native event, whose properties are inherited. */
const LOOP = /\bfor \(((?:var )?\w+) in (?!event\))([\w.]+)\)/g;
const EXPECTED_LOOPS = 43;

/** Restricts loops to own keys: Leaflet would treat properties that a page added to `Object.prototype` as tiles. */
const restrictToOwnKeys = code => {
  const loops = code.match(LOOP)?.length ?? 0;
  if (loops !== EXPECTED_LOOPS) throw new Error(`Leaflet changed: it has ${loops} loops over keys`);
  return code.replace(LOOP, 'for ($1 of Object.keys($2 || {}))');
};

export const patchLeaflet = code => {
  const patched = restrictToOwnKeys(patch('Leaflet', code.replaceAll('\r\n', '\n'), patches));
  const left = withoutComments(patched).match(SINKS);
  if (left) throw new Error(`Leaflet changed: it has an HTML sink that no patch knows: ${left[0]}`);
  return patched;
};

/** Exports of Leaflet that the map engine uses. The rest (overlays, vectors, controls) is left out. */
const USED_EXPORTS = ['DomUtil', 'GridLayer', 'Map', 'TileLayer'];

/** Classes whose members are assigned one by one, removed together with the unused class. */
const UNUSED_CLASSES =
  /^(?:Circle|CircleMarker|Control|control|GeoJSON|Icon|LayerGroup|Marker|Polygon|Polyline|SVG)$/;

/** Members that overlays, vectors and the two default controls add to the map and its layers. */
const EXTENSION_MEMBERS =
  /^(?:_initOverlay|openPopup|bindPopup|openTooltip|bindTooltip|getRenderer|zoomControl|attributionControl|closePopupOnClick)$/;

const isUnusedAssignment = ({type, expression}) => {
  if (type !== 'ExpressionStatement') return false;
  const {left, callee = left, arguments: [given] = []} = expression;
  if (callee?.type !== 'MemberExpression') return false;
  return (
    UNUSED_CLASSES.test(callee.object.name) ||
    given?.properties?.some(({key}) => EXTENSION_MEMBERS.test(key.name)) ||
    (callee.property.name === 'addInitHook' &&
      given?.body?.body.some(({test}) => EXTENSION_MEMBERS.test(test?.property?.name)))
  );
};

/**
 * Marks unused classes as free of side effects, so that the bundler can drop them: each is created by a call and filled
 * by others.
 */
const removeUnused = (code, parse) => {
  const dropped = parse(code).body.filter(isUnusedAssignment);
  if (dropped.length !== 37)
    throw new Error(`Leaflet changed: ${dropped.length} statements hang on what is not used`);
  return dropped
    .reduceRight((rest, {start, end}) => rest.slice(0, start) + rest.slice(end), code)
    .replace(/^(var \w+ = )(\w+\.extend\()/gm, '$1/*#__PURE__*/ $2');
};

const IMPORT = /\bimport \{([^}]*)\} from ['"]leaflet\/dist\/leaflet-src\.esm\.js['"]/g;

/**
 * Returns the names that a module imports from Leaflet and that would not work, since the members that they need are
 * removed.
 */
const unknownNames = code =>
  [...code.matchAll(IMPORT)]
    .flatMap(([, names]) => names.split(','))
    .map(name => name.trim().split(' as ')[0])
    .filter(name => name !== '' && !USED_EXPORTS.includes(name));

export const leafletWithoutSinks = () => ({
  name: 'leaflet-without-sinks',
  transform(code, id) {
    if (/\/leaflet\/dist\/leaflet-src\.esm\.js$/.test(id))
      return {code: removeUnused(patchLeaflet(code), this.parse), map: null};
    const unknown = unknownNames(code);
    if (unknown.length > 0)
      this.error(`${id} uses ${unknown.join(', ')}: teach scripts/cdn/leaflet.mjs to keep it`);
    return null;
  },
});
