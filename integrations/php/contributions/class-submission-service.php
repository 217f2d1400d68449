<?php
namespace Spass\Contributions;

/** Receives contributions, each at most once, and issues a receipt to the author. */
final class SubmissionService {

	/** @var Store */
	private $store;

	/** @var Settings */
	private $settings;

	public function __construct( Store $store, Settings $settings ) {
		$this->store    = $store;
		$this->settings = $settings;
	}

	/**
	 * Responds to `POST {api}/contributions`.
	 *
	 * @throws Problem 400, 403, 409, 410, 413, 415, 422 or 429.
	 * @throws StoreError
	 */
	public function submit( Request $request ): Reply {
		if ( ! $this->settings->allows( $request->header( 'origin' ), $request->header( 'host' ) ) ) {
			throw new Problem( 403, $request->messages()->get( 'otherSite' ) );
		}
		// Every request counts, also a retry: otherwise one known key would avoid the limit.
		$this->check_rate( $request );
		$key = $request->header( 'idempotency-key' );
		if ( ! preg_match( '/^[\x21-\x7e]{8,200}\z/', $key ) ) {
			throw new Problem( 400, 'The header "Idempotency-Key" is missing: 8 to 200 characters without spaces, the same for every try of one contribution.' );
		}
		$form        = Form::read( $request );
		$fingerprint = $form->fingerprint();
		$entry       = $this->store->find_by_key( Receipt::hash( $key ) );
		if ( ! $entry ) {
			$entry = $this->store->add( $this->submission( $form, $key, $fingerprint, $request->messages() ) );
		}
		return $this->reply( $entry, $key, $fingerprint, $request->messages() );
	}

	private function check_rate( Request $request ): void {
		$settings = $this->settings;
		$client   = hash_hmac( 'sha256', "client\n" . RateLimit::network( $request->client ), $settings->secret );
		$wait     = 0;
		$this->store->update_bucket(
			$client,
			static function ( ?array $bucket ) use ( $settings, &$wait ): array {
				$next = RateLimit::take( $bucket, microtime( true ), $settings->burst, $settings->per_minute );
				$wait = $next['wait'];
				return $next;
			}
		);
		if ( $wait > 0 ) {
			throw new Problem( 429, $request->messages()->format( 'tooManyRequests', $wait ), array( 'Retry-After' => (string) $wait ) );
		}
	}

	/**
	 * Validates a form.
	 *
	 * @throws Problem 422 if a field or photograph is invalid.
	 */
	private function submission( Form $form, string $key, string $fingerprint, Messages $messages ): Submission {
		$validation = Validation::validate( $form->json, count( $form->photos ), $messages );
		$errors     = $validation->errors;
		$submission = new Submission();
		foreach ( array_slice( $form->photos, 0, Contract::limit( 'photos' ) ) as $index => $photo ) {
			$picture = self::read_picture( $photo, $messages );
			if ( is_string( $picture ) ) {
				$errors[] = array(
					'field'   => "photos[$index]",
					'message' => $picture,
				);
				continue;
			}
			$picture->alt           = $validation->alts[ $index ] ?? '';
			$submission->pictures[] = $picture;
		}
		if ( $errors ) {
			throw new Problem( 422, $messages->get( 'refused' ), array( 'Content-Language' => $messages->lang ), array( 'errors' => $errors ) );
		}
		$submission->id          = Receipt::reference();
		$submission->key_hash    = Receipt::hash( $key );
		$submission->token_hash  = Receipt::hash( Receipt::token( $this->settings->secret, $key ) );
		$submission->fingerprint = $fingerprint;
		$submission->lang        = $messages->lang;
		$submission->record      = $validation->record + array( 'created' => gmdate( 'Y-m-d\TH:i:s\Z' ) );
		foreach ( $submission->pictures as $picture ) {
			$submission->photos[] = array(
				'extension' => $picture->extension,
				'width'     => $picture->width,
				'height'    => $picture->height,
				'alt'       => $picture->alt,
			);
		}
		return $submission;
	}

	/** @return Picture|string The picture, or the error message. */
	private static function read_picture( array $photo, Messages $messages ) {
		if ( $photo['is_too_large'] ) {
			return $messages->format( 'photoTooLarge', (int) floor( Form::max_photo_size() / 1e6 ) );
		}
		try {
			return Picture::decode( (string) file_get_contents( $photo['path'] ) );
		} catch ( PictureError $error ) {
			return 'pixels' === $error->reason ? $messages->format( 'tooManyPixels', $error->millions ) : $messages->get( "photoErrors.$error->reason" );
		}
	}

	/**
	 * Returns the reply for the contribution that is stored with a key, by this request or by an earlier one.
	 *
	 * @throws Problem 409 or 410.
	 */
	private function reply( Entry $entry, string $key, string $fingerprint, Messages $messages ): Reply {
		if ( 'withdrawn' === $entry->state ) {
			throw new Problem( 410, $messages->get( 'withdrawn' ) );
		}
		$receipt = $this->settings->api . '/receipts/' . Receipt::token( $this->settings->secret, $key );
		$record  = $entry->to_record(
			static function ( int $number ) use ( $receipt ): string {
				return "$receipt/$number";
			}
		);
		$body    = array( 'state' => 'pending' ) + $record + array( 'receipt' => $receipt );
		// Only the author knows the key, so the receipt of the first contribution may be disclosed.
		if ( ! hash_equals( $entry->fingerprint, $fingerprint ) ) {
			throw new Problem( 409, $messages->get( 'keyReused' ), array(), array( 'contribution' => $body ) );
		}
		return Reply::json( $body, 201, array( 'Location' => $receipt ) );
	}
}
