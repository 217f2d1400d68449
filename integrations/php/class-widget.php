<?php
namespace Spass;

/** One widget that a writer asked for: what is known of it is kept, what is not is named. */
final class Widget {

	/** @var string `resource-list`; empty where no widget is named. */
	public $noun = '';

	/** @var array<string,string> Its attributes, as they go into the tag. */
	public $attributes = array();

	/** @var array<int,array{0:string,1:string}> What is wrong, as a code and what it is about. */
	public $faults = array();

	/** @var array What the catalogue says of it. */
	public $facts = array();

	/** What means no, in an attribute that is there or not. */
	private const NO = array( '', '0', 'false', 'no', 'non', 'nee' );

	/** Reads what was written: `widget` names it, the rest are its attributes. */
	public static function from( array $given, Catalogue $catalogue ): self {
		$widget = new self();
		$noun   = strtolower( Repair::value( (string) ( $given['widget'] ?? '' ) ) );
		$noun   = preg_replace( '/^spass-/', '', $noun );
		unset( $given['widget'] );
		$facts = $catalogue->widget( $noun );
		if ( null === $facts ) {
			$widget->faults[] = array( 'widget', $noun );
			return $widget;
		}
		$widget->noun  = $noun;
		$widget->facts = $facts;
		foreach ( $given as $name => $value ) {
			if ( is_int( $name ) ) {
				// A word that stands alone: `sync-url`.
				$widget->set( (string) $value, 'true' );
			} else {
				$widget->set( $name, (string) $value );
			}
		}
		if ( isset( $facts['attributes']['api'] ) && ! isset( $widget->attributes['api'] ) && ! $facts['content'] ) {
			$widget->faults[] = array( 'api', $noun );
		}
		return $widget;
	}

	/** The value of an attribute, or what holds without it. */
	public function get( string $name ): string {
		return $this->attributes[ $name ] ?? (string) ( $this->facts['attributes'][ $name ]['default'] ?? '' );
	}

	private function set( string $name, string $value ): void {
		$name  = strtolower( Repair::value( $name ) );
		$value = Repair::value( $value );
		$facts = $this->facts['attributes'][ $name ] ?? null;
		if ( null === $facts ) {
			$this->faults[] = array( 'attribute', $name );
		} elseif ( 'flag' === $facts['kind'] ) {
			if ( ! in_array( strtolower( $value ), self::NO, true ) ) {
				$this->attributes[ $name ] = '';
			}
		} elseif ( '' === $value && ( 'api' === $name || 'text' !== $facts['kind'] || isset( $facts['choices'] ) ) ) {
			// Only of a text can it mean something: `facets=""` asks for none.
			return;
		} elseif ( 'api' === $name && ! self::is_address( $value ) ) {
			$this->faults[] = array( 'address', $value );
		} elseif ( isset( $facts['choices'] ) && ! in_array( $value, $facts['choices'], true ) ) {
			$this->faults[] = array( 'choice', "$name=\"$value\" (" . implode( ', ', $facts['choices'] ) . ')' );
		} else {
			$this->attributes[ $name ] = $value;
		}
	}

	/** Whether this begins as an address that a browser would fetch. */
	private static function is_address( string $value ): bool {
		return (bool) preg_match( '~^(?:https?://[^\s/]|/(?!/))~i', $value );
	}

	/** The addresses in `api`: a space stands between two, or belongs to one. */
	public function addresses(): array {
		return preg_split( '~\s+(?=https?://|/)~i', $this->get( 'api' ), -1, PREG_SPLIT_NO_EMPTY );
	}
}
