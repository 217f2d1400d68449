<?php
namespace Spass\Contributions;

/** Settings of the contributions of one site. */
final class Settings {

	/** @var string Absolute URL of the API, without a slash at the end. */
	public $api = '';

	/** @var string[] Other origins that may send contributions, such as `https://commune.example`; `*` for all. */
	public $origins = array();

	/** @var string Random bytes that the site keeps, at least 32. Receipts are derived from it, so it must not change. */
	public $secret = '';

	/** @var int Contributions that one address may send at once; a class or a workshop shares one. */
	public $burst;

	/** @var int Contributions that one address may send per minute after that. */
	public $per_minute;

	public function __construct() {
		$this->burst      = Contract::limit( 'burst' );
		$this->per_minute = Contract::limit( 'perMinute' );
	}

	/**
	 * Returns true if a page of an origin may send contributions. Other programs than browsers name no origin.
	 *
	 * @param string $host Header `Host`: a page under another name of the site is a page of the site. A page of another
	 * site cannot choose this header of the requests that it sends; a proxy may have removed TLS.
	 */
	public function allows( string $origin, string $host ): bool {
		preg_match( '~^https?://[^/]+~i', $this->api, $own );
		$allowed = array_merge( $own, array( "http://$host", "https://$host" ), $this->origins );
		return '' === $origin || in_array( '*', $this->origins, true )
			|| in_array( strtolower( $origin ), array_map( 'strtolower', $allowed ), true );
	}
}
