import {addTimes} from '../readers/time-readers.js';
import type {FieldMapping} from '../rows/foreign-record.js';

/** Makes periods read the times of day in further columns. A start and an end become one mapping. */
export function withTimes(mappings: readonly FieldMapping[]): readonly FieldMapping[] {
  const mappingOf = (name: string) => mappings.find(({target}) => target === name);
  const [time, endTime] = [mappingOf('time'), mappingOf('endTime')];
  const [start, end] = [mappingOf('period.start'), mappingOf('period.end')];
  const date = mappingOf('period') ?? start;
  if (!time && !endTime) return mappings;
  const others = mappings.filter(one => ![time, endTime, start, end, date].includes(one));
  if (!date) return others;
  const period: FieldMapping = {
    ...date,
    target: 'period',
    paths: [date, end, time, endTime].flatMap(one => one?.paths ?? []),
    isTemplate: true,
    read(record) {
      const given = date.read(record);
      const value = date === start ? {start: given, end: end?.read(record)} : given;
      if (given === undefined && !end) return undefined;
      return addTimes(value, time?.reader(record), endTime?.reader(record));
    },
  };
  return [...others, period];
}
