<?php
namespace Spass\Contributions;

/** Page on which the author sees and withdraws a contribution. */
final class ReceiptPage {

	private const STYLE = 'body{font:1.125rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1rem}img{height:auto;max-width:100%}.text{white-space:pre-line}button,input{font:inherit;padding:.5rem .75rem}[role=alert]{border-left:.25rem solid #b3261e;padding-left:.75rem}label{display:block}';

	/** @var Entry */
	private $entry;

	/** @var Messages */
	private $messages;

	private function __construct( Entry $entry ) {
		$this->entry    = $entry;
		$this->messages = Messages::of( $entry->lang );
	}

	/**
	 * Returns the page, in the language of the contribution.
	 *
	 * @param string $url     Address of the receipt.
	 * @param string $message Name of a message that replaces the state.
	 */
	public static function reply( Entry $entry, string $url, bool $accepts_email, string $message = '', int $status = 200 ): Reply {
		$page         = new self( $entry );
		$is_withdrawn = 'withdrawn' === $entry->state;
		$alert        = 200 === $status && '' === $message ? '' : ' role="alert"';
		$text         = $page->text( '' === $message ? "states.$entry->state" : $message );
		$content      = "<p$alert>$text</p>";
		if ( ! $is_withdrawn ) {
			$content .= $page->contribution( $url );
		}
		if ( ! $is_withdrawn || ! $entry->is_erased ) {
			$content .= $page->forms( $accepts_email && ! $is_withdrawn );
		}
		return new Reply( $status, self::headers(), $page->document( $content ) );
	}

	private static function headers(): array {
		$hash = base64_encode( hash( 'sha256', self::STYLE, true ) );
		return array(
			'Content-Type'            => 'text/html; charset=utf-8',
			'Cache-Control'           => 'no-store',
			'Content-Security-Policy' => "default-src 'none'; img-src 'self' data:; style-src 'sha256-$hash'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
			'Referrer-Policy'         => 'no-referrer',
			'X-Robots-Tag'            => 'noindex',
		);
	}

	private function text( string $name ): string {
		return Text::escape( $this->messages->get( $name ) );
	}

	private function document( string $content ): string {
		$lang  = $this->messages->lang;
		$title = $this->text( 'receipt' );
		return "<!doctype html>\n<html lang=\"$lang\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>$title</title><link rel=\"icon\" href=\"data:,\"><style>" . self::STYLE . "</style></head><body><main><h1>$title</h1>$content</main></body></html>\n";
	}

	private function contribution( string $url ): string {
		$record = $this->entry->record;
		$kind   = $this->messages->get( 'kinds.' . $record['kind'] );
		$day    = substr( (string) ( $record['created'] ?? '' ), 0, 10 );
		$html   = '<p><strong>' . Text::escape( '' === $kind ? $record['kind'] : $kind ) . '</strong>' . Text::SEPARATOR . Text::escape( $this->entry->id ) . Text::SEPARATOR . '<time datetime="' . Text::escape( $day ) . '">' . Text::escape( $day ) . '</time></p>';
		list( $text, $lang ) = Text::pick( $record['text'] ?? null, $this->messages->lang );
		if ( '' !== $text ) {
			$html .= '<p class="text" dir="auto" lang="' . Text::escape( $lang ) . '">' . Text::escape( $text ) . '</p>';
		}
		foreach ( $this->entry->photos as $index => $photo ) {
			$alt   = '' === $photo['alt'] ? $this->messages->get( 'photo' ) . ' ' . ( $index + 1 ) : $photo['alt'];
			$html .= '<p><img src="' . Text::escape( $url . '/' . ( $index + 1 ) ) . '" alt="' . Text::escape( $alt ) . '" width="' . (int) $photo['width'] . '" height="' . (int) $photo['height'] . '" loading="lazy"></p>';
		}
		$colon = 'fr' === $this->messages->lang ? "\u{00A0}: " : ': ';
		if ( isset( $record['geo'] ) ) {
			$html .= '<p>' . $this->text( 'place' ) . $colon . Text::escape( json_encode( $record['geo']['lat'] ) . ', ' . json_encode( $record['geo']['lon'] ) ) . '</p>';
		}
		if ( isset( $record['direction'] ) ) {
			$html .= '<p>' . $this->text( 'direction' ) . $colon . Text::escape( (string) $record['direction'] ) . '°</p>';
		}
		if ( isset( $record['resource'] ) ) {
			$html .= '<p>' . $this->text( 'series' ) . $colon . Text::escape( (string) $record['resource'] ) . '</p>';
		}
		if ( isset( $record['geometry'] ) ) {
			$html .= '<p>' . $this->text( 'shape' ) . $colon . Text::escape( Geometry::as_text( $record['geometry'] ) ) . '</p>';
		}
		$html .= isset( $record['name'] ) ? '<p>' . Text::escape( $record['name'] ) . '</p>' : '';
		list( $reply, $lang ) = Text::pick( $record['reply'] ?? null, $this->messages->lang );
		if ( '' !== $reply ) {
			$html .= '<p><strong>' . $this->text( 'reply' ) . '</strong></p><p class="text" dir="auto" lang="' . Text::escape( $lang ) . '">' . Text::escape( $reply ) . '</p>';
		}
		return $html;
	}

	private function forms( bool $accepts_email ): string {
		$html = '<form method="post"><button>' . $this->text( 'withdraw' ) . '</button></form><p>' . $this->text( 'withdrawHint' ) . '</p><p>' . $this->text( 'keepUrl' ) . '</p>';
		if ( $accepts_email ) {
			$html .= '<form method="post"><p><label for="email">' . $this->text( 'email' ) . '</label><input id="email" name="email" type="email" autocomplete="email" maxlength="200" value="' . Text::escape( $this->entry->email ) . '" aria-describedby="email-hint"> <button>' . $this->text( 'saveEmail' ) . '</button></p><p id="email-hint">' . $this->text( 'emailHint' ) . '</p></form>';
		}
		return $html;
	}
}
