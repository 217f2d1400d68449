'use client';
import type {SpassResourceList} from 'spass-widgets';
import {widgetProps} from 'spass-widgets/react';
import {useEffect, useRef, useState} from 'react';
import {added, first} from '../../records';

export function Widgets() {
  const [items, setItems] = useState(first);
  const [isShown, setShown] = useState(true);
  const [hasPublisher, setPublisher] = useState(false);
  const [chosen, setChosen] = useState('');
  const [total, setTotal] = useState(-1);
  const list = useRef<SpassResourceList>(null);
  // After hydration, so that the elements start with their properties and handlers.
  useEffect(() => void import('spass-widgets/define/all.js'), []);
  return (
    <>
      <button id="add" onClick={() => setItems([...items, added])}>
        Ajouter
      </button>
      <button id="toggle" onClick={() => setShown(!isShown)}>
        Montrer
      </button>
      <button id="flag" onClick={() => setPublisher(!hasPublisher)}>
        Éditeur
      </button>
      <button id="reload" onClick={() => void list.current?.reload()}>
        Relire
      </button>
      {isShown && (
        <spass-resource-list
          {...widgetProps('spass-resource-list', {
            ref: list,
            items,
            facets: ['theme'],
            showPublisher: hasPublisher,
            headingLevel: 2,
            'onspass-record-select': event => {
              event.preventDefault();
              setChosen(`${event.record.id}`);
            },
            'onspass-load': event => setTotal(event.total),
          })}
        >
          <a href="https://exemple.fr/">Toutes les ressources</a>
        </spass-resource-list>
      )}
      <output id="chosen">{chosen}</output>
      <output id="total">{total}</output>
    </>
  );
}
