<?php
namespace Spass\Contributions;

/** Error that is sent to the client as problem details (RFC 9457). */
final class Problem extends \RuntimeException {

	private const TITLES = array(
		400 => 'Bad request',
		403 => 'Forbidden',
		404 => 'Not found',
		405 => 'Method not allowed',
		409 => 'Conflict',
		410 => 'Gone',
		413 => 'Content too large',
		415 => 'Unsupported media type',
		422 => 'Unprocessable content',
		429 => 'Too many requests',
		500 => 'Internal server error',
		503 => 'Service unavailable',
	);

	/** @var int */
	public $status;

	/** @var array<string,string> */
	public $headers;

	/** @var array Extension members (RFC 9457, 3.2). */
	public $extensions;

	/** @param string $detail One sentence for the client that names the cause. */
	public function __construct( int $status, string $detail, array $headers = array(), array $extensions = array() ) {
		parent::__construct( $detail );
		$this->status     = $status;
		$this->headers    = $headers;
		$this->extensions = $extensions;
	}

	/** Returns the reply, as `application/problem+json`. */
	public function reply(): Reply {
		$body = array(
			'type'   => 'about:blank',
			'title'  => self::TITLES[ $this->status ],
			'status' => $this->status,
			'detail' => $this->getMessage(),
		);
		return Reply::json( $body + $this->extensions, $this->status, $this->headers + array( 'Content-Type' => 'application/problem+json; charset=utf-8' ) );
	}
}
