use super::*;

fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn paths(input: &Input) -> Vec<&str> {
    input.files().map(|(_, file)| file.path.as_str()).collect()
}

fn found(diagnostics: Diagnostics) -> Vec<(Code, String)> {
    diagnostics.sorted().into_iter().map(|d| (d.code, d.message)).collect()
}

#[test]
fn only_the_folders_of_a_project_are_read() {
    let folder = project(&[
        ("static/style.css", "s"),
        ("content/study.yaml", "x"),
        ("content/sections/10-a/kk.md", "y"),
        ("templates/page.html", "t"),
        ("public/index.html", "o"),
        ("README.md", "r"),
    ]);
    let (input, diagnostics) = read(folder.path());
    assert_eq!(
        paths(&input),
        [
            "content/sections/10-a/kk.md",
            "content/study.yaml",
            "static/style.css",
            "templates/page.html"
        ]
    );
    assert_eq!(found(diagnostics), []);
}

#[test]
fn droppings_of_editors_are_ignored() {
    let folder = project(&[
        ("content/study.yaml", "x"),
        ("content/study.yaml~", "x"),
        ("content/.study.yaml.swp", "x"),
        ("content/#study.yaml#", "x"),
        ("content/a.swp", "x"),
        ("content/.git/config", "x"),
    ]);
    let (input, diagnostics) = read(folder.path());
    assert_eq!(paths(&input), ["content/study.yaml"]);
    assert_eq!(found(diagnostics), []);
}

#[test]
fn a_folder_without_content_says_how_to_begin() {
    let folder = project(&[("templates/page.html", "t")]);
    let (input, diagnostics) = read(folder.path());
    assert_eq!(paths(&input), [""; 0]);
    let found = diagnostics.sorted();
    assert_eq!(found[0].code, Code::MissingFile);
    assert!(found[0].help[0].contains("baspa new"));
}

#[test]
fn a_file_over_the_cap_is_not_read() {
    let folder = project(&[("content/study.yaml", "x")]);
    let large = File::create(folder.path().join("content/data.csv")).unwrap();
    large.set_len(MAX_TEXT_BYTES as u64 + 1).unwrap();
    let (input, diagnostics) = read(folder.path());
    assert_eq!(paths(&input), ["content/study.yaml"]);
    let message = "`content/data.csv` is larger than 32 MiB".to_owned();
    assert_eq!(found(diagnostics), [(Code::FileTooLarge, message)]);
}

#[test]
fn a_file_in_place_of_a_folder_is_reported() {
    let folder = project(&[("content/study.yaml", "x"), ("static", "x")]);
    let message = "`static` is not a folder".to_owned();
    assert_eq!(found(read(folder.path()).1), [(Code::InputOutput, message)]);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let outside = project(&[("secret/a.md", "secret"), ("b.md", "secret")]);
    let folder = project(&[("content/study.yaml", "x")]);
    let root = folder.path();
    symlink(outside.path().join("secret"), root.join("content/sections")).unwrap();
    symlink(outside.path().join("b.md"), root.join("content/b.md")).unwrap();
    symlink(outside.path().join("gone"), root.join("content/.#lock")).unwrap();
    symlink(outside.path(), root.join("static")).unwrap();
    let (input, diagnostics) = read(root);
    assert_eq!(paths(&input), ["content/study.yaml"]);
    let link = |path| (Code::LinkRefused, format!("`{path}` is a symbolic link"));
    assert_eq!(
        found(diagnostics),
        [link("content/b.md"), link("content/sections"), link("static")]
    );
}

#[cfg(unix)]
#[test]
fn a_content_folder_that_is_a_link_is_refused() {
    let outside = project(&[("study.yaml", "secret")]);
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("content")).unwrap();
    let (input, diagnostics) = read(folder.path());
    assert_eq!(paths(&input), [""; 0]);
    let message = "`content` is a symbolic link".to_owned();
    assert_eq!(found(diagnostics), [(Code::LinkRefused, message)]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_are_compared_in_one_form() {
    let folder = project(&[
        ("content/study.yaml", "x"),
        ("content/й.md", "one"),
        ("content/и\u{306}.md", "two"),
    ]);
    let (input, diagnostics) = read(folder.path());
    assert_eq!(paths(&input), ["content/study.yaml", "content/й.md"]);
    let message = "two files are both named `content/й.md`".to_owned();
    assert_eq!(found(diagnostics), [(Code::PathCollision, message)]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_is_reported() {
    use std::os::unix::ffi::OsStrExt;
    let folder = project(&[("content/study.yaml", "x")]);
    let name = std::ffi::OsStr::from_bytes(b"\xea\xe0\xe7.md");
    fs::write(folder.path().join("content").join(name), "x").unwrap();
    let (input, diagnostics) = read(folder.path());
    assert_eq!(paths(&input), ["content/study.yaml"]);
    assert_eq!(found(diagnostics)[0].0, Code::NotUtf8);
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_is_reported_and_not_waited_for() {
    use std::os::unix::net::UnixListener;
    let folder = project(&[("content/study.yaml", "x")]);
    let _socket = UnixListener::bind(folder.path().join("content/a.md")).unwrap();
    let message = "`content/a.md` is not a file".to_owned();
    assert_eq!(found(read(folder.path()).1), [(Code::InputOutput, message)]);
}
