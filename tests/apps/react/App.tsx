import 'spass-widgets/define/all.js';
import type {} from 'spass-widgets/react';
import type {SpassResourceList} from 'spass-widgets';
import {useRef, useState} from 'react';
import {added, first} from '../records.js';

export function App() {
  const [items, setItems] = useState(first);
  const [isShown, setShown] = useState(true);
  const [hasPublisher, setPublisher] = useState(false);
  const [chosen, setChosen] = useState('');
  const [total, setTotal] = useState(-1);
  const list = useRef<SpassResourceList>(null);
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
          ref={list}
          items={items}
          facets={['theme']}
          showPublisher={hasPublisher}
          heading-level={2}
          onspass-record-select={event => {
            event.preventDefault();
            setChosen(`${event.record.id}`);
          }}
          onspass-load={event => setTotal(event.total)}
        >
          <a href="https://exemple.fr/">Toutes les ressources</a>
        </spass-resource-list>
      )}
      <output id="chosen">{chosen}</output>
      <output id="total">{total}</output>
    </>
  );
}
