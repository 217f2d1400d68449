import {describeValue} from '../../../../model/schemas/schema-builder.js';
import type {CollectionName} from '../../../../model/records.js';
import {type ForeignRecord, isMissing, isPlaceTarget} from '../rows/foreign-record.js';
import {type MappedFields} from '../rows/field-mapping.js';
import {hasField} from '../rows/field-targets.js';
import {targetFor} from '../rows/target-names.js';

/** Maximum number of columns named in a hint. */
const MAX_NAMES = 8;

/** Returns the columns with texts, from which the webmaster may choose a title: those that no field uses, if any. */
function textColumns({mappings}: MappedFields, samples: readonly ForeignRecord[]): string[] {
  const used = new Set(mappings.flatMap(({paths}) => paths));
  const names = new Set(samples.flatMap(sample => Object.keys(sample)));
  const texts = [...names].filter(name =>
    samples.some(({[name]: value}) => typeof value === 'string' && /\p{L}{2}/u.test(value)),
  );
  const unused = texts.filter(name => !used.has(name));
  return unused.length > 0 ? unused : texts;
}

/** Returns what the webmaster should know about the columns of a source, one sentence each. */
export function mappingHints(
  collection: CollectionName,
  mapped: MappedFields,
  samples: readonly ForeignRecord[],
  isPlaced: boolean,
): readonly string[] {
  const {mappings, rejected, unknownFields} = mapped;
  const hints = unknownFields.map(name => `fields="…": ${collection} have no "${name}"`);
  const projected = rejected.filter(({isProjected}) => isProjected).map(({name}) => `"${name}"`);
  if (projected.length > 0 && !isPlaced) hints.push(projectedHint(projected.join(', ')));
  for (const {name, target, value, isProjected} of rejected)
    if (!isProjected && !(isPlaced && isPlaceTarget(target)))
      hints.push(
        `column "${name}" is not used: its values do not fit "${target}", such as ${describeValue(value)}`,
      );
  const title = targetFor(collection, 'title');
  const isTitled = mappings.some(
    ({target, reader}) =>
      target.split('.', 1)[0] === title && samples.some(sample => !isMissing(reader(sample))),
  );
  const names = isTitled || !hasField(collection, title) ? [] : textColumns(mapped, samples);
  if (names.length > 0) {
    const listed = names.slice(0, MAX_NAMES).map(name => `"${name}"`);
    hints.push(
      `no record has a title: fields="title: …" names its column, such as ${listed.join(', ')}`,
    );
  }
  return hints;
}

/** Returns the hint for coordinates in metres. */
export const projectedHint = (where: string): string =>
  `${where}: coordinates in metres (Lambert 93 or the like) are not read: export them in degrees (WGS 84)`;
