<?php
namespace Spass\Contributions;

/** The part of the portal API that concerns contributions. */
final class Service {

	/** Published contributions up to which a list is complete: widgets then filter and sort it themselves. */
	public const MAX_COMPLETE = 5000;

	private const DEFAULT_LIMIT = 12;
	private const MAX_LIMIT     = 500;

	/** Headers of every response. The data are public and no cookies are read, so any site may read them. */
	private const COMMON_HEADERS = array(
		'Access-Control-Allow-Origin'   => '*',
		'Access-Control-Expose-Headers' => 'Retry-After',
		'X-Content-Type-Options'        => 'nosniff',
	);

	/** Seconds after which a client may try again if the database or the disk failed. */
	private const RETRY_SECONDS = '60';

	/** @var Store */
	private $store;

	/** @var Settings */
	private $settings;

	public function __construct( Store $store, Settings $settings ) {
		$this->store    = $store;
		$this->settings = $settings;
	}

	/** Responds to a request. Errors are replies too. */
	public function respond( Request $request ): Reply {
		try {
			$reply = $this->route( $request );
		} catch ( Problem $problem ) {
			$reply = $problem->reply();
		} catch ( StoreError $error ) {
			error_log( 'S-PASS contributions cannot be stored at the moment: ' . $error->getMessage() );
			$reply = ( new Problem( 503, $request->messages()->get( 'unavailable' ), array( 'Retry-After' => self::RETRY_SECONDS ) ) )->reply();
		} catch ( \Throwable $error ) {
			error_log( "S-PASS contributions: $error" );
			$reply = ( new Problem( 500, $request->messages()->get( 'unavailable' ) ) )->reply();
		}
		$reply->headers += self::COMMON_HEADERS;
		return $reply;
	}

	private function route( Request $request ): Reply {
		$path    = explode( '/', $request->path );
		$methods = self::methods( $path );
		$allow   = array( 'Allow' => implode( ', ', $methods ) );
		if ( 'OPTIONS' === $request->method ) {
			return $this->preflight( $request, in_array( 'POST', $methods, true ), $allow );
		}
		if ( ! in_array( $request->method, $methods, true ) ) {
			throw new Problem( 405, "The method $request->method is not possible at this address.", $allow );
		}
		$second = $path[1] ?? '';
		if ( count( $path ) > 3 || ( 3 === count( $path ) && 'receipts' !== $path[0] ) ) {
			throw self::not_found();
		}
		if ( 'receipts' === $path[0] ) {
			return $this->receipt( $request, $second, $path[2] ?? null );
		}
		if ( 'photos' === $path[0] ) {
			return $this->photo( $second );
		}
		if ( 'contributions' !== $path[0] ) {
			return $this->other_collection( $path );
		}
		if ( 2 === count( $path ) ) {
			return Reply::json( $this->public_record( $this->published_entry( $second ) ) );
		}
		return 'POST' === $request->method
			? ( new SubmissionService( $this->store, $this->settings ) )->submit( $request )
			: $this->list( $request );
	}

	/** Returns the methods of an address. */
	private static function methods( array $path ): array {
		$accepts = array( 'contributions' ) === $path || ( 'receipts' === $path[0] && 2 === count( $path ) );
		return array_merge( array( 'GET', 'HEAD', 'OPTIONS' ), $accepts ? array( 'POST' ) : array() );
	}

	private static function not_found(): Problem {
		return new Problem( 404, 'There is nothing at this address.' );
	}

	private function preflight( Request $request, bool $accepts, array $headers ): Reply {
		$headers['Access-Control-Max-Age'] = '600';
		if ( $accepts && $this->settings->allows( $request->header( 'origin' ), $request->header( 'host' ) ) ) {
			$headers['Access-Control-Allow-Methods'] = 'POST';
			$headers['Access-Control-Allow-Headers'] = 'Idempotency-Key';
		}
		return new Reply( 204, $headers );
	}

	/** Returns an empty list for the collections that a CMS does not have. */
	private function other_collection( array $path ): Reply {
		if ( count( $path ) > 1 || ! in_array( $path[0], Contract::collections(), true ) ) {
			throw self::not_found();
		}
		return self::page( array(), 0, true, null );
	}

	private static function page( array $items, int $total, bool $is_complete, ?string $next ): Reply {
		$body = array(
			'version'  => '1',
			'total'    => $total,
			'items'    => $items,
			'next'     => $next,
			'complete' => $is_complete,
		);
		// A withdrawn contribution must disappear at once.
		return Reply::json( $body, 200, array( 'Cache-Control' => 'no-cache' ) );
	}

	/** Lists the published contributions: all of them, or pages if they are very many. */
	private function list( Request $request ): Reply {
		$total       = $this->store->count_published();
		$is_complete = $total <= self::MAX_COMPLETE;
		$limit       = $is_complete ? self::MAX_COMPLETE : self::number( $request->query['limit'] ?? null, self::DEFAULT_LIMIT, self::MAX_LIMIT );
		$page        = $is_complete ? 1 : self::number( $request->query['page'] ?? null, 1, PHP_INT_MAX );
		$offset      = (int) min( PHP_INT_MAX, ( $page - 1 ) * $limit );
		$entries     = $this->store->published( $limit, $offset );
		$has_more    = $offset + $limit < $total;
		$next        = $has_more ? $this->settings->api . '/contributions?limit=' . $limit . '&page=' . ( $page + 1 ) : null;
		return self::page( array_map( array( $this, 'public_record' ), $entries ), $total, $is_complete, $next );
	}

	/** @param mixed $value Query parameter. */
	private static function number( $value, int $fallback, int $max ): int {
		if ( null === $value || '' === $value ) {
			return $fallback;
		}
		if ( ! is_string( $value ) || ! preg_match( '/^[1-9]\d{0,8}\z/', $value ) || (int) $value > $max ) {
			throw new Problem( 400, "The parameters \"limit\" and \"page\" are whole numbers from 1; \"limit\" is at most " . self::MAX_LIMIT . '.' );
		}
		return (int) $value;
	}

	private function published_entry( string $id ): Entry {
		$entry = $this->store->find( $id );
		if ( ! $entry || 'published' !== $entry->state ) {
			throw self::not_found();
		}
		return $entry;
	}

	private function public_record( Entry $entry ): array {
		$base = $this->settings->api . '/photos/' . $entry->id;
		return $entry->to_record(
			static function ( int $number, string $extension ) use ( $base ): string {
				return "$base-$number.$extension";
			}
		);
	}

	/** Responds with a photograph of a published contribution. */
	private function photo( string $name ): Reply {
		if ( ! preg_match( '/^([\w-]+)-(\d)\.\w+\z/', $name, $found ) ) {
			throw self::not_found();
		}
		return Reply::photo( $this->store->photo_path( $this->published_entry( $found[1] ), (int) $found[2] ), 'no-cache' );
	}

	/** Responds to `{api}/receipts/{token}` and the photographs below it. POST withdraws the contribution. */
	private function receipt( Request $request, string $token, ?string $photo ): Reply {
		$hash  = Receipt::hash( $token );
		$entry = $this->store->find_by_token( $hash );
		if ( ! $entry ) {
			throw self::not_found();
		}
		if ( null !== $photo ) {
			return Reply::photo( 'withdrawn' === $entry->state ? '' : $this->store->photo_path( $entry, (int) $photo ), 'no-store' );
		}
		$url           = $this->settings->api . "/receipts/$token";
		$accepts_email = $this->store->accepts_email();
		if ( 'POST' !== $request->method ) {
			return ReceiptPage::reply( $entry, $url, $accepts_email, $entry->is_erased ? '' : 'notWithdrawn' );
		}
		if ( $accepts_email && isset( $request->post['email'] ) ) {
			return $this->save_email( $entry, $request->post['email'], $url );
		}
		try {
			$is_erased = $this->store->withdraw( $entry );
			// "Deleted" is said only when neither the database nor a file has the content any more.
			$after = $this->store->find_by_token( $hash ) ?? $entry;
		} catch ( StoreError $error ) {
			error_log( 'S-PASS contributions: a withdrawal failed: ' . $error->getMessage() );
			$is_erased = false;
			$after     = $entry;
		}
		$is_erased = $is_erased && 'withdrawn' === $after->state;
		$reply     = ReceiptPage::reply( $after, $url, $accepts_email, $is_erased ? '' : 'notWithdrawn', $is_erased ? 200 : 503 );
		if ( ! $is_erased ) {
			$reply->headers['Retry-After'] = self::RETRY_SECONDS;
		}
		return $reply;
	}

	/** @param mixed $email Value of the form. */
	private function save_email( Entry $entry, $email, string $url ): Reply {
		$email    = is_string( $email ) ? trim( $email ) : '-';
		$is_valid = '' === $email || ( strlen( $email ) <= 200 && filter_var( $email, FILTER_VALIDATE_EMAIL ) );
		if ( 'withdrawn' !== $entry->state && $is_valid ) {
			$this->store->set_email( $entry, $email );
			$entry->email = $email;
		}
		return ReceiptPage::reply( $entry, $url, true, $is_valid ? 'emailSaved' : 'emailInvalid', $is_valid ? 200 : 422 );
	}
}
