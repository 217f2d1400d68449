import {splitList} from '../../../model/query.js';
import type {WidgetHost} from '../../base/widget-view.js';

type TargetHost = Pick<WidgetHost, 'records' | 'portal' | 'project'> & {readonly kind: string};

/** Returns the URL to send contributions to; undefined if the source accepts none or is still loading. */
export function endpointOf({records}: TargetHost): string | undefined {
  return records.openedSource?.contributionsUrl;
}

/** Returns the first portal and the first project that the attributes name: contributions belong to them. */
export function targetOf(host: TargetHost): {portal?: string; project?: string} {
  const [portal] = splitList(host.portal);
  const [project] = splitList(host.project);
  return {...(portal ? {portal} : {}), ...(project ? {project} : {})};
}

/** Returns a key that identifies the form, so that its draft is not shown in another one. */
export function formKeyOf(host: TargetHost): string | undefined {
  const endpoint = endpointOf(host);
  const {portal, project} = targetOf(host);
  return endpoint && JSON.stringify([endpoint, host.kind, portal, project]);
}
