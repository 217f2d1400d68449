import type {Resource, Story} from '../../src/model/records.js';
import {goriauxNow, goriauxThen, orsNow} from './drawings.js';

/** Five steps: location, pair of pictures, picture, other location, text only. */
export const canal: Story = {
  id: 'canal 1',
  title: {fr: 'Le canal, d’écluse en écluse', nl: 'Het kanaal, van sluis tot sluis'},
  intro: 'Un premier paragraphe.\n\nEt un second.',
  portal: 'ors',
  credit: 'D’après les archives de la commune',
  steps: [
    {
      title: {fr: 'On creuse', nl: 'Er wordt gegraven'},
      year: 1838,
      text: 'La terre est portée à dos d’homme.\n\nIl faut trois ans.',
      geo: {lat: 50.1003, lon: 3.6347},
      zoom: 13,
      resource: 'ecluse',
    },
    {
      title: 'Avant, après',
      text: 'Le même endroit.',
      before: {src: goriauxThen, alt: 'Une prairie', width: 960, height: 540},
      after: {src: goriauxNow, alt: 'Un étang', width: 960, height: 540},
    },
    {
      title: 'Une maison',
      year: 2012,
      image: {src: orsNow, alt: 'Une maison blanche', credit: 'Croquis', width: 960, height: 540},
    },
    {title: 'Plus loin', geo: {lat: 50.6, lon: 3.06}, zoom: 9, text: 'À Lille.'},
    {text: 'Et puis plus rien.'},
  ],
};

export const second: Story = {id: 2, title: 'Un autre récit', portal: 'raismes', steps: []};

export const lockPage: Resource = {
  id: 'ecluse',
  title: 'L’écluse d’Ors',
  url: 'https://example.org/ecluse',
  portals: ['ors'],
  commune: {name: 'Ors', insee: '59450'},
};

export const library = {
  stories: [canal, second],
  resources: [lockPage],
  portals: [{id: 'ors', title: 'Ors'}],
};

/** Returns a story with the given number of steps, without locations. */
export const longStory = (count: number): Story => ({
  id: 'long',
  title: 'Une longue histoire',
  steps: Array.from({length: count}, (_, index) => ({
    title: `Étape dite ${index + 1}`,
    year: 1900 + index,
    text: 'Il se passe quelque chose. '.repeat(12),
  })),
});
