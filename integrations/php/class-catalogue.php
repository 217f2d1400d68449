<?php
namespace Spass;

/** Content of `widgets.json`: widgets, their attributes, and the hashes of the scripts. */
final class Catalogue {

	/** @var array Decoded file. */
	private $facts;

	public function __construct( string $file ) {
		$this->facts = json_decode( (string) file_get_contents( $file ), true );
	}

	public function version(): string {
		return $this->facts['version'];
	}

	/** Returns the integrity hash of a file. */
	public function integrity( string $file ): string {
		return $this->facts['integrity'][ $file ];
	}

	/** Returns all widgets by name, each with its `title`, `text` and `attributes`. */
	public function widgets(): array {
		return $this->facts['widgets'];
	}

	/** Returns a widget by name, or null. */
	public function widget( string $noun ): ?array {
		return $this->facts['widgets'][ $noun ] ?? null;
	}
}
