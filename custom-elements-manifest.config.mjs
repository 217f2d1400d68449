// Configuration of `cem analyze`, run by `npm run build`.
import {customElementJetBrainsPlugin} from 'custom-element-jet-brains-integration';
import {customElementVsCodePlugin} from 'custom-element-vs-code-integration';
import ts from 'typescript';

const outdir = process.env.DIST ?? 'dist';

const isPublic = ({name, privacy}) =>
  !name.startsWith('#') &&
  !name.startsWith('_') &&
  privacy !== 'private' &&
  privacy !== 'protected';

/** Removes private and protected members, which the analyzer keeps and editors would suggest. */
const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({customElementsManifest: {modules}}) {
    for (const {declarations = []} of modules)
      for (const declaration of declarations) {
        if (!declaration.members) continue;
        declaration.members = declaration.members.filter(isPublic);
        // The analyzer treats the arguments of an Event constructor as event names.
        declaration.events = declaration.events?.filter(({name}) => name.startsWith('spass-'));
        declaration.attributes = declaration.attributes?.filter(({fieldName, name}) =>
          isPublic({name: fieldName ?? name}),
        );
      }
  },
});

/** Returns the names of the base classes of a tag. */
const baseClasses = ({attributes = [], members = []}) =>
  [...attributes, ...members].flatMap(({inheritedFrom}) => inheritedFrom?.name ?? []);

/**
 * Keeps the classes of tags and events, and the base classes of tags: no consumer of the manifest reads functions,
 * constants, views and controllers, which would be half of its size.
 */
const publicClassesOnly = () => ({
  name: 'public-classes-only',
  packageLinkPhase({customElementsManifest}) {
    const all = customElementsManifest.modules.flatMap(({declarations = []}) => declarations);
    const bases = new Set(all.filter(({tagName}) => tagName).flatMap(baseClasses));
    for (const module of customElementsManifest.modules) {
      module.declarations = module.declarations?.filter(
        ({kind, tagName, name}) =>
          kind === 'class' && (tagName || name.endsWith('Event') || bases.has(name)),
      );
      const names = new Set(module.declarations?.map(({name}) => name));
      module.exports = module.exports?.filter(
        ({kind, declaration}) =>
          kind === 'custom-element-definition' || names.has(declaration?.name),
      );
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({declarations = [], exports = []}) => declarations.length + exports.length > 0,
    );
  },
});

/** Returns the value of a constant, possibly of another module; any other expression unchanged. */
function definitionOf(expression, checker) {
  if (!ts.isIdentifier(expression)) return expression;
  const symbol = checker.getSymbolAtLocation(expression);
  const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return original.valueDeclaration?.initializer ?? expression;
}

/** Returns the values that the converter `oneOf(…)` of a property accepts; undefined if it has another converter. */
function acceptedValues(property, checker) {
  const [options] =
    property.modifiers?.filter(ts.isDecorator).map(({expression}) => expression.arguments?.[0]) ??
    [];
  const given = options?.properties?.find(({name}) => name?.text === 'converter')?.initializer;
  const converter = given && definitionOf(given, checker);
  if (!converter || !ts.isCallExpression(converter) || converter.expression.text !== 'oneOf')
    return undefined;
  return converter.arguments
    .flatMap(argument =>
      ts.isSpreadElement(argument)
        ? checker.getTypeArguments(checker.getTypeAtLocation(argument.expression))
        : checker.getTypeAtLocation(argument),
    )
    .map(({value}) => value);
}

const membersOf = type => (type.isUnion() ? type.types : [type]);

/**
 * Returns the texts in the type of a property, or in that of its items. `isClosed` is true if it takes one of these
 * texts, and nothing else.
 */
function typeValues(property, checker) {
  const type = checker.getTypeAtLocation(property);
  const item = checker.isArrayType(type) ? checker.getTypeArguments(type)[0] : undefined;
  const members = membersOf(item ?? type).filter(one => !(one.flags & ts.TypeFlags.Undefined));
  const texts = members.filter(one => one.isStringLiteral()).map(({value}) => value);
  return {texts, isClosed: !item && texts.length === members.length};
}

/** Returns the value of `fromAttribute(null)` of a converter: the alternative of a valid text. */
function fallbackOf({expression}, checker) {
  const converter = definitionOf(expression.expression, checker);
  const parse = converter.properties?.find(({name}) => name?.text === 'fromAttribute');
  const {whenFalse} = parse?.initializer.body ?? {};
  return whenFalse && definitionOf(whenFalse, checker);
}

/** Returns the default of a list as the text of its attribute; undefined if the property is no list. */
function listDefault({initializer}, checker) {
  const isFallback =
    initializer &&
    ts.isCallExpression(initializer) &&
    initializer.expression.name?.text === 'fromAttribute';
  const value = isFallback
    ? fallbackOf(initializer, checker)
    : initializer && definitionOf(initializer, checker);
  const list = value && ts.isAsExpression(value) ? value.expression : value;
  if (!list || !ts.isArrayLiteralExpression(list)) return undefined;
  return `'${list.elements.map(({text}) => text).join(',')}'`;
}

const literals = values => ({text: values.map(value => `'${value}'`).join(' | ')});
const suggestions = values => ({text: `${literals(values).text} | string`});

/** Types of properties whose attribute needs no parser of its own. */
const SIMPLE_TYPE = /^(string|number|boolean)(?: \| (?:null|undefined))*$/;

/**
 * Writes the values of closed lists as the types of attributes and members, from which editors, the configurator and
 * the plugins read them. The analyzer shows the type as it is written, such as `Sort`, and editors would suggest that
 * as a value. An attribute of any other type is a text, which its converter parses; an empty value is no value. Values
 * that editors suggest for such a text are in `suggestedType`.
 */
const closedLists = () => ({
  name: 'closed-lists',
  packageLinkPhase({customElementsManifest: {modules}}) {
    const {config} = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
    const {options, fileNames} = ts.parseJsonConfigFileContent(config, ts.sys, '.');
    const program = ts.createProgram(fileNames, options);
    const checker = program.getTypeChecker();
    const lists = new Map();
    const open = new Map();
    const defaults = new Map();
    for (const file of program.getSourceFiles().filter(one => !one.isDeclarationFile))
      for (const owner of file.statements.filter(ts.isClassDeclaration))
        for (const property of owner.members.filter(ts.isPropertyDeclaration)) {
          const name = `${owner.name?.text}.${property.name.text}`;
          const accepted = acceptedValues(property, checker);
          const {texts, isClosed} = accepted
            ? {texts: accepted, isClosed: true}
            : typeValues(property, checker);
          if (texts.length > 0) (isClosed ? lists : open).set(name, texts);
          defaults.set(name, listDefault(property, checker));
        }
    for (const {declarations = []} of modules)
      for (const {name, attributes = [], members = []} of declarations) {
        const keyOf = item => `${item.inheritedFrom?.name ?? name}.${item.fieldName ?? item.name}`;
        const valuesOf = item => lists.get(keyOf(item));
        for (const item of members.filter(valuesOf)) item.type = literals(valuesOf(item));
        for (const item of attributes.filter(({type}) => type)) {
          const values = valuesOf(item)?.filter(value => value !== '');
          if (values) item.type = literals(values);
          else
            item.type = {
              text: SIMPLE_TYPE.exec(item.type.text)?.[1] ?? 'string',
            };
          item.default = defaults.get(keyOf(item)) ?? item.default;
          const suggested = open.get(keyOf(item))?.filter(value => value !== '');
          if (suggested) item.suggestedType = suggestions(suggested);
        }
      }
  },
});

/** Replaces paths of sources by those of the published files. */
const distPaths = () => {
  const rewrite = value => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value))
      if ((key === 'path' || key === 'module') && typeof inner === 'string')
        value[key] = inner
          .replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js')
          .replace(/^\/?src\//, 'dist/');
      else rewrite(inner);
  };
  return {
    name: 'dist-paths',
    packageLinkPhase({customElementsManifest}) {
      rewrite(customElementsManifest);
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
};

export default {
  globs: ['src/elements/**/*.ts', 'src/events/**/*.ts', 'src/define/**/*.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    publicOnly(),
    closedLists(),
    publicClassesOnly(),
    distPaths(),
    customElementVsCodePlugin({
      outdir,
      cssFileName: null,
      hideLogs: true,
      typesSrc: 'suggestedType',
    }),
    customElementJetBrainsPlugin({
      outdir,
      packageJson: false,
      hideLogs: true,
      typesSrc: 'suggestedType',
    }),
  ],
};
