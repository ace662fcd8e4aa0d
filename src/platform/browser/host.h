#pragma once

#include <cstddef>

// What the page offers; web/host-library.js gives these to the linker, web/host.js does them. Texts are UTF-8.
extern "C" {
void host_semantics(const char* json, std::size_t size);
void host_focus(const char* id, std::size_t size);
void host_scroll(const char* id, std::size_t size, double x, double y);
void host_request_frame(double milliseconds);
void host_title(const char* text, std::size_t size);
void host_language(const char* code, std::size_t size);
void host_example(const char* id, std::size_t size);
void host_route(const char* hash, std::size_t size, int replace);
void host_document(const char* json, std::size_t size);
void host_download(const char* name, std::size_t name_size, const char* type, std::size_t type_size, const char* bytes,
                   std::size_t size);
void host_pick_files();
void host_show_as_codes(const char* name, std::size_t name_size, const char* bytes, std::size_t size);
void host_read_codes();
void host_copy_text(const char* text, std::size_t size);
void host_open_mail(const char* uri, std::size_t size);
void host_print(const char* title, std::size_t title_size, const char* html, std::size_t size);
void host_lock(const char* json, std::size_t size, const char* bytes, std::size_t bytes_size, int opens);
void host_storage_load(const char* id, std::size_t size);
void host_storage_save(const char* id, std::size_t size);
void host_storage_settings(const char* json, std::size_t size);
void host_snapshot_take(int request, const char* facts, std::size_t facts_size, const char* bytes, std::size_t size);
void host_snapshot_list();
void host_snapshot_load(const char* key, std::size_t size);
void host_snapshot_erase(const char* id, std::size_t size);
void host_storage_facts(int ask);
void host_wipe();
double host_measure_text(const char* text, std::size_t size, double font, double line, double weight, double width);
void host_broadcast(const char* id, std::size_t size);
void host_leaving(int loses_work);
void host_apply_update();
void host_projector(int opens);
void host_project(const char* scene, std::size_t size);
void host_keep_awake(int awake);
void host_full_screen(int on);
void host_chime();
double host_now();
int host_local_offset(double time);
void host_random(void* eight);
}
