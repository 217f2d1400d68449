import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** `webkitCompassHeading` is not in the standard; Safari has no absolute orientation. */
type CompassEvent = DeviceOrientationEvent & {readonly webkitCompassHeading?: number};
type PolicyDocument = Document &
  Partial<Record<'permissionsPolicy' | 'featurePolicy', {allowsFeature(name: string): boolean}>>;

/** Requested width of the picture, in pixels: as wide as the photographs that are sent. */
const IDEAL_WIDTH_PX = 2048;
/** Quality of the frame, which is encoded once more when it is resized. */
const QUALITY = 0.95;

/** True if the page may use a camera: over HTTPS, unless its permissions policy forbids it. */
export function isCameraAllowed(): boolean {
  const {permissionsPolicy, featurePolicy} = document as PolicyDocument;
  const policy = permissionsPolicy ?? featurePolicy;
  const {mediaDevices} = navigator as Partial<Navigator>;
  return mediaDevices !== undefined && policy?.allowsFeature('camera') !== false;
}

/** Camera of the device, used from a click until a photograph is taken or the camera is closed. */
export class Camera implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onFail: () => void;
  #stream: MediaStream | undefined;
  /** Request for the camera, until it is closed. */
  #request: symbol | undefined;
  /** Direction of the device in degrees from north, if it has a compass. */
  heading: number | undefined;
  isOpening = false;
  /** True if the camera was refused or is missing. */
  hasFailed = false;

  /** @param onFail Called when an open camera has stopped by itself. */
  constructor(host: ReactiveControllerHost, onFail: () => void) {
    this.#host = host;
    this.#onFail = onFail;
    host.addController(this);
  }

  /** Picture of the camera; undefined while it is closed. */
  get stream(): MediaStream | undefined {
    return this.#stream;
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Asks for the camera on the back. Returns `closed` if it was closed while the reader was asked. */
  async open(): Promise<'open' | 'failed' | 'closed'> {
    const request = (this.#request = Symbol());
    this.isOpening = true;
    this.hasFailed = false;
    this.#host.requestUpdate();
    try {
      const video = {facingMode: 'environment', width: {ideal: IDEAL_WIDTH_PX}};
      this.#stream = await navigator.mediaDevices.getUserMedia({video, audio: false});
      for (const track of this.#stream.getTracks()) track.onended = () => this.#fail();
      addEventListener('deviceorientationabsolute', this.#readHeading as EventListener);
    } catch {
      this.hasFailed = true;
    }
    this.isOpening = false;
    this.#host.requestUpdate();
    if (this.#request === request) return this.hasFailed ? 'failed' : 'open';
    this.close();
    return 'closed';
  }

  /** Closes a camera that has stopped by itself: unplugged, or taken by another program. */
  #fail(): void {
    this.hasFailed = true;
    this.close();
    this.#onFail();
  }

  close(): void {
    this.#request = undefined;
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
    this.heading = undefined;
    removeEventListener('deviceorientationabsolute', this.#readHeading as EventListener);
    this.#host.requestUpdate();
  }

  readonly #readHeading = ({alpha, webkitCompassHeading}: CompassEvent): void => {
    const degrees = webkitCompassHeading ?? (alpha === null ? undefined : 360 - alpha);
    if (degrees !== undefined) this.heading = Math.round(degrees) % 360;
  };
}

/** Returns the current frame of a video as a file; undefined if it has none yet. */
export async function takeFrame(video: HTMLVideoElement, name: string): Promise<File | undefined> {
  const {videoWidth, videoHeight} = video;
  if (!(videoWidth && videoHeight)) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = videoWidth;
  canvas.height = videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>(resolve =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY),
  );
  return blob ? new File([blob], name, {type: blob.type}) : undefined;
}
