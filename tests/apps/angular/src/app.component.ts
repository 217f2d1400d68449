import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import 'spass-widgets/define/all.js';
import type {LoadEvent, RecordSelectEvent} from 'spass-widgets';
import {added, first} from '../../records';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button id="add" (click)="add()">Ajouter</button>
    <button id="toggle" (click)="isShown.set(!isShown())">Montrer</button>
    <button id="flag" (click)="hasPublisher.set(!hasPublisher())">Éditeur</button>
    @if (isShown()) {
      <button id="reload" (click)="list.reload()">Relire</button>
      <spass-resource-list
        #list
        facets="theme"
        [items]="items()"
        [showPublisher]="hasPublisher()"
        heading-level="2"
        (spass-record-select)="select($event)"
        (spass-load)="load($event)"
      >
        <a href="https://exemple.fr/">Toutes les ressources</a>
      </spass-resource-list>
    }
    <output id="chosen">{{ chosen() }}</output>
    <output id="total">{{ total() }}</output>
  `,
})
export class App {
  readonly items = signal(first);
  readonly isShown = signal(true);
  readonly hasPublisher = signal(false);
  readonly chosen = signal('');
  readonly total = signal(-1);

  add(): void {
    this.items.update(items => [...items, added]);
  }

  select(event: RecordSelectEvent): void {
    event.preventDefault();
    this.chosen.set(`${event.record.id}`);
  }

  load(event: LoadEvent): void {
    this.total.set(event.total);
  }
}
